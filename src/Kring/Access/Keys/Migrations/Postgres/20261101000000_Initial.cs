using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kring.Access.Keys.Migrations.Postgres
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
                    id = table.Column<int>(type: "integer", nullable: false),
                    master_key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    ledger = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_store_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wrapped_keys",
                columns: table => new
                {
                    compartment = table.Column<Guid>(type: "uuid", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    master_key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
