using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

/// <summary>Whether customers' words may go to a language model outside of this house. Nobody's silence is a yes.</summary>
public enum ModelConsent
{
    NotAsked = 0,
    Given = 1,

    /// <summary>Refused, or taken back.</summary>
    Declined = 2,
}

public sealed record ModelConsentChanged(TenantId TenantId, ModelConsent Consent) : IDomainEvent;
