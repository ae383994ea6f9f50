using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

/// <summary>All rows of a shop as text, past the wall: what a sweep compares before and after.</summary>
internal static class ShopRows
{
    public static async Task<string> OfAsync(UiHost host, TenantId shop)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(host.Services.GetRequiredService<DatabaseOptions>().DataRoot, "wasaas.db")}");
        await connection.OpenAsync();
        var all = new StringBuilder();
        foreach (var table in await ColumnAsync(connection, "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'TenantId'"))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" WHERE TenantId = $shop ORDER BY rowid";
            command.Parameters.AddWithValue("$shop", shop.Value);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                all.Append(table).AppendJoin('|', Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetValue(i) is byte[] b ? Convert.ToHexString(b) : $"{rows.GetValue(i)}")).AppendLine();
            }
        }

        Assert.Contains("Products", all.ToString(), StringComparison.Ordinal);
        return all.ToString();
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var column = new List<string>();
        while (await rows.ReadAsync())
        {
            column.Add(rows.GetString(0));
        }

        return column;
    }
}
