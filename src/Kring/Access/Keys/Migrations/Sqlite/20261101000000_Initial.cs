using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kring.Access.Keys.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "key_store_marks",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    master_key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ledger = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_store_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wrapped_keys",
                columns: table => new
                {
                    compartment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    generation = table.Column<ushort>(type: "INTEGER", nullable: false),
                    master_key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wrapped_keys", x => new { x.compartment, x.generation });
                });

            migrationBuilder.CreateIndex(
                name: "ix_wrapped_keys_master_key",
                table: "wrapped_keys",
                column: "master_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "key_store_marks");

            migrationBuilder.DropTable(
                name: "wrapped_keys");
        }
    }
}
