using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Where this installation is reached from outside: <c>App:PublicUrl</c>, never a Host header.</summary>
public interface IPublicAddress
{
    Uri Root { get; }
}

/// <summary>The links that are mailed or printed. The pages behind them act on POST only.</summary>
public sealed class AccountLinks(IPublicAddress address)
{
    public const string SetPasswordPath = "/reset-password";
    public const string ConfirmEmailPath = "/confirm-email";

    public Uri Of(LinkPurpose purpose, UserId user, string token)
    {
        var path = purpose == LinkPurpose.SetPassword ? SetPasswordPath : ConfirmEmailPath;
        return new Uri(address.Root, $"{path}?user={user.Value:D}&token={Uri.EscapeDataString(token)}");
    }
}
