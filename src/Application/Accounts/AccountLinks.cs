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

    public const string ChangeEmailPath = "/change-email";

    public Uri OfEmail(UserId user, string email, string token) =>
        new(address.Root, $"{ChangeEmailPath}?user={user.Value:D}&email={Uri.EscapeDataString(email)}&token={Uri.EscapeDataString(token)}");

    public Uri Of(LinkPurpose purpose, UserId user, string token)
    {
        var path = purpose == LinkPurpose.SetPassword ? SetPasswordPath : ConfirmEmailPath;
        return new Uri(address.Root, $"{path}?user={user.Value:D}&token={Uri.EscapeDataString(token)}");
    }
}
