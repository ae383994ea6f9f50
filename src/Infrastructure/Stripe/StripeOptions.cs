using Microsoft.Extensions.Configuration;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>Section <c>Stripe</c>.</summary>
public sealed class StripeOptions
{
    public const string Section = "Stripe";
    public const string DefaultApiBase = "https://api.stripe.com";

    /// <summary>Stripe's own pages; the first two also stand in the security headers.</summary>
    private static readonly string[] Pages = ["checkout.stripe.com", "billing.stripe.com", "invoice.stripe.com"];

    /// <summary>Stripe's own, or a loopback address outside Production.</summary>
    public string ApiBase { get; init; } = DefaultApiBase;

    /// <summary>A secret (<c>sk_</c>) or, better, a restricted key (<c>rk_</c>).</summary>
    public string SecretKey { get; init; } = "";

    /// <summary>Signing secrets (<c>whsec_</c>) of the endpoint, comma-separated while one replaces another.</summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>Only when Stripe Tax is set up: else every checkout is refused.</summary>
    public bool AutomaticTax { get; init; }

    public bool PromotionCodes { get; init; } = true;

    public bool IsLive => SecretKey.StartsWith("sk_live_", StringComparison.Ordinal) || SecretKey.StartsWith("rk_live_", StringComparison.Ordinal);

    public bool IsTest => SecretKey.StartsWith("sk_test_", StringComparison.Ordinal) || SecretKey.StartsWith("rk_test_", StringComparison.Ordinal);

    public IReadOnlyList<string> WebhookSecrets => WebhookSecret.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static StripeOptions Read(IConfiguration configuration) => configuration.GetSection(Section).Get<StripeOptions>() ?? new StripeOptions();

    /// <summary>Where a browser may be sent: Stripe's own pages, and the loopback of a stand-in. Null for anything else.</summary>
    public Uri? Page(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var page) && IsPage(page) ? page : null;

    /// <summary>Without the secrets: settings end up in logs.</summary>
    public override string ToString() => ApiBase;

    /// <summary>What must be so before the host starts.</summary>
    public IEnumerable<string> Problems(bool isProduction)
    {
        if (!IsLive && !IsTest)
        {
            yield return "Stripe:SecretKey is missing or no secret key. Set Stripe__SecretKey to a key that starts with rk_ or sk_, or set Billing__Provider to None.";
        }
        else if (IsLive != isProduction)
        {
            yield return isProduction
                ? "Stripe:SecretKey is a test key, and this is Production: nobody would be charged. Set Stripe__SecretKey to a live key."
                : "Stripe:SecretKey is a live key outside Production: trying things out would charge real cards. Use a test key.";
        }

        if (WebhookSecrets.Count == 0 || WebhookSecrets.Any(secret => !secret.StartsWith("whsec_", StringComparison.Ordinal) || secret.Any(char.IsWhiteSpace)))
        {
            yield return "Stripe:WebhookSecret is missing or no signing secret. Set Stripe__WebhookSecret to the endpoint's whsec_ secret (several with commas).";
        }

        if (!IsAllowed(ApiBase, isProduction))
        {
            yield return $"Stripe:ApiBase must be {DefaultApiBase}; only outside Production it may be a loopback address.";
        }
    }

    private bool IsPage(Uri page) => page.UserInfo.Length == 0
        && ((page.Scheme == Uri.UriSchemeHttps && page.IsDefaultPort && Pages.Contains(page.Host)) || (page.IsLoopback && new Uri(ApiBase).IsLoopback));

    private static bool IsAllowed(string address, bool isProduction) => Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url == new Uri(DefaultApiBase) || (!isProduction && url.IsLoopback && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && url.AbsolutePath == "/"));
}
