using WaSaas.Application.Accounts;

namespace WaSaas.Application.Tenants.Team;

/// <summary>The link of an invitation. The page behind it acts on POST only.</summary>
public sealed class TeamLinks(IPublicAddress address)
{
    public const string JoinPath = "/join";

    public Uri Of(string secret) => new(address.Root, $"{JoinPath}?token={Uri.EscapeDataString(secret)}");
}
