using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareJournal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SixthSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "VeilPin",
                table: "Settings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Detail",
                table: "Acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CopyPlaces",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    VoidedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CopyPlaces", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CopyPlaces");

            migrationBuilder.DropColumn(
                name: "VeilPin",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "Detail",
                table: "Acts");
        }
    }
}
