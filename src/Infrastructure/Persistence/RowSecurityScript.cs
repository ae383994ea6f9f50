using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class RowSecurityScript(IDatabase database, AppDbContext db) : IRowSecurity
{
    public string? Script() => database.RowSecurityScript(db);
}
