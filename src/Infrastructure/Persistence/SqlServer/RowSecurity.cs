using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Infrastructure.Persistence.SqlServer;

/// <summary>
/// The second wall, inside the server: a query of the host's login sees and writes rows of the session's shop only, whatever
/// its text says. Logins in the role <c>wasaas_operator</c> (Database:AdminConnectionString) see all shops.
/// </summary>
internal static class RowSecurity
{
    private const string Head = $"""
        -- Run with a login that may change the schema, after migrate and again after each later migrate.
        -- The host's login must be neither db_owner nor hold ALTER ANY SECURITY POLICY.
        IF DATABASE_PRINCIPAL_ID(N'wasaas_operator') IS NULL CREATE ROLE wasaas_operator;
        GO
        IF SCHEMA_ID(N'rls') IS NULL EXEC(N'CREATE SCHEMA rls');
        GO
        DROP SECURITY POLICY IF EXISTS rls.Shops;
        GO
        CREATE OR ALTER FUNCTION rls.OwnRow(@tenant uniqueidentifier) RETURNS TABLE WITH SCHEMABINDING AS
        RETURN SELECT 1 AS Allowed
               WHERE @tenant = CAST(SESSION_CONTEXT(N'{SessionTenant.Key}') AS uniqueidentifier)
                  OR IS_ROLEMEMBER(N'wasaas_operator') = 1;
        GO
        CREATE SECURITY POLICY rls.Shops
        """;

    private static readonly string[] Writes = ["AFTER INSERT", "AFTER UPDATE", "BEFORE UPDATE", "BEFORE DELETE"];

    public static string ScriptFor(IModel model)
    {
        var predicates = model.GetEntityTypes().Where(e => !e.IsOwned()).Select(Walled).OfType<(string Table, string Column)>().Distinct()
            .OrderBy(w => w.Table, StringComparer.Ordinal)
            .SelectMany(w => Predicates(w.Table, w.Column));
        return new StringBuilder(Head).Append('\n').AppendJoin(",\n", predicates).Append("\nWITH (STATE = ON, SCHEMABINDING = ON);\nGO\n").ToString();
    }

    private static (string Table, string Column)? Walled(IEntityType entity) => entity.ClrType switch
    {
        var type when type.IsAssignableTo(typeof(ITenantOwned)) => (entity.GetTableName()!, nameof(ITenantOwned.TenantId)),
        var type when type == typeof(Tenant) => (entity.GetTableName()!, nameof(Tenant.Id)),
        _ => null,
    };

    private static IEnumerable<string> Predicates(string table, string column) =>
        Writes.Select(w => $"    ADD BLOCK PREDICATE rls.OwnRow([{column}]) ON dbo.[{table}] {w}")
            .Prepend($"    ADD FILTER PREDICATE rls.OwnRow([{column}]) ON dbo.[{table}]");
}
