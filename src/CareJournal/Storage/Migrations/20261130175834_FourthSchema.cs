using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareJournal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class FourthSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PracticeName",
                table: "Settings",
                type: "TEXT",
                nullable: true);

            // The search index: EF has no model of a virtual table.
            migrationBuilder.Sql("""
                CREATE TABLE "SearchEntries" ("Number" INTEGER PRIMARY KEY, "RowId" BLOB NOT NULL UNIQUE, "PatientId" BLOB NOT NULL, "TableName" TEXT NOT NULL);
                CREATE VIRTUAL TABLE "SearchTexts" USING fts5(A, B, C, D, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mc So' tokenchars '#'");
                CREATE VIRTUAL TABLE "SearchTerms" USING fts5vocab('SearchTexts', 'row');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PracticeName",
                table: "Settings");

            migrationBuilder.Sql("DROP TABLE \"SearchTerms\"; DROP TABLE \"SearchTexts\"; DROP TABLE \"SearchEntries\";");
        }
    }
}
