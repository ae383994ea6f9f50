using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Tells the server which shop a connection works for, for the second wall (<see cref="RowSecurity"/>). With the first command
/// after the scope is known instead of at opening, because a shop that signs up is known only inside its transaction. The
/// server forgets it when the pool hands the connection on; until then it cannot be changed.
/// </summary>
internal sealed class SessionTenant(ITenantScope scope) : DbCommandInterceptor, IDbConnectionInterceptor
{
    internal const string Key = "TenantId";
    private const string Parameter = "@__session_tenant";

    private bool _told;

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => _told = false;

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _told = false;
        return Task.CompletedTask;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Tell(result);
        return result;
    }

    internal void Tell(DbCommand command)
    {
        if (_told || !scope.IsSet)
        {
            return;
        }

        // A parameter, so that the server keeps one plan for all shops.
        var tenant = command.CreateParameter();
        (tenant.ParameterName, tenant.Value) = (Parameter, scope.Id.Value);
        command.Parameters.Add(tenant);
#pragma warning disable CA2100
        command.CommandText = $"EXEC sp_set_session_context N'{Key}', {Parameter}, 1;\n{command.CommandText}";
#pragma warning restore CA2100
        _told = true;
    }
}
