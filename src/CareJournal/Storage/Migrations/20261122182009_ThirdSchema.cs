using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareJournal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ThirdSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Visits_EpisodeId",
                table: "Visits");

            migrationBuilder.AddColumn<string>(
                name: "CheckInLetter",
                table: "Settings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckInText",
                table: "Settings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Choice = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    VoidedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_EpisodeId_Status_HeldOn_VoidedAtUtc",
                table: "Visits",
                columns: new[] { "EpisodeId", "Status", "HeldOn", "VoidedAtUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropIndex(
                name: "IX_Visits_EpisodeId_Status_HeldOn_VoidedAtUtc",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "CheckInLetter",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "CheckInText",
                table: "Settings");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_EpisodeId",
                table: "Visits",
                column: "EpisodeId");
        }
    }
}
