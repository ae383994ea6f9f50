using Microsoft.Extensions.Configuration;
using WaSaas.Application.Subscriptions;
using WaSaas.Infrastructure.Stripe;

namespace WaSaas.Infrastructure.Billing;

/// <summary><c>Billing:Provider</c>: Simulated, Stripe or None. Production sells nothing unless told to; elsewhere it is pretended.</summary>
public static class BillingSettings
{
    public const string Setting = "Billing:Provider";

    public static BillingProvider ProviderOf(IConfiguration configuration, bool isProduction) => configuration[Setting] is { Length: > 0 } given
        ? Parse(given) ?? BillingProvider.None
        : isProduction ? BillingProvider.None : BillingProvider.Simulated;

    public static IEnumerable<string> Problems(IConfiguration configuration, bool isProduction)
    {
        if (configuration[Setting] is { Length: > 0 } given && Parse(given) is null)
        {
            return [$"{Setting} is {given}. It is Simulated, Stripe or None."];
        }

        return ProviderOf(configuration, isProduction) switch
        {
            BillingProvider.Simulated when isProduction => [$"{Setting} is Simulated, which only pretends to charge. Set Billing__Provider to Stripe or None."],
            BillingProvider.Stripe => StripeOptions.Read(configuration).Problems(isProduction),
            _ => [],
        };
    }

    private static BillingProvider? Parse(string text) =>
        Enum.TryParse<BillingProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider) && !char.IsAsciiDigit(text[0]) ? provider : null;
}
