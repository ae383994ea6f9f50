using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Persistence.Tables;

/// <summary>What the pretended billing provider remembers of a shop, as JSON; trials only.</summary>
public sealed class PretendedAccount : ITenantOwned
{
    public TenantId TenantId { get; set; }

    public string State { get; set; } = "";
}
