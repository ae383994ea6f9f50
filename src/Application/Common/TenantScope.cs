using WaSaas.Domain.Common;

namespace WaSaas.Application.Common;

public sealed class TenantScope : ITenantScope
{
    private TenantId? _id;

    public bool IsSet => _id is not null;

    public TenantId Id => _id ?? throw new InvalidOperationException("No tenant is set for this unit of work.");

    public void Set(TenantId id)
    {
        if (_id is not null && _id != id)
        {
            throw new InvalidOperationException("Another tenant is set for this unit of work already.");
        }

        _id = id;
    }
}
