namespace WaSaas.WebUI.Security;

/// <summary>Who may call an endpoint. Every route carries exactly one of these; see <see cref="AccessRules"/>.</summary>
public enum Access
{
    /// <summary>Anybody.</summary>
    Public = 1,

    /// <summary>A person (or API key) of a shop, for that shop only.</summary>
    Tenant = 2,

    /// <summary>The owner of a shop, for that shop only.</summary>
    TenantOwner = 3,

    /// <summary>Somebody who runs the installation.</summary>
    Operator = 4,

    /// <summary>Another system, proven by a signature over the body; no session, no antiforgery token.</summary>
    Webhook = 5,

    /// <summary>A probe of the installation.</summary>
    Health = 6,

    /// <summary>Anybody who is signed in, with or without a shop, about nobody but herself.</summary>
    Person = 7,
}

/// <summary>The access class of a page or an endpoint.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AccessAttribute(Access access) : Attribute
{
    public Access Access => access;
}
