using Microsoft.Extensions.Configuration;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Infrastructure.Billing;
using WaSaas.Infrastructure.Stripe;

namespace WaSaas.Infrastructure.Tests.Stripe;

/// <summary>What refuses to start, amounts, and words that are new.</summary>
public sealed class StripeSettingsTests
{
    [Theory]
    [InlineData("sk_test_1", "whsec_1", "https://api.stripe.com", false, null)]
    [InlineData("rk_test_1", "whsec_1,whsec_2", "http://127.0.0.1:12111", false, null)]
    [InlineData("rk_live_1", "whsec_1", "https://api.stripe.com", true, null)]
    [InlineData("sk_test_1", "whsec_1", "https://api.stripe.com", true, "test key")]
    [InlineData("sk_live_1", "whsec_1", "https://api.stripe.com", false, "live key")]
    [InlineData("pk_test_1", "whsec_1", "https://api.stripe.com", false, "Stripe:SecretKey")]
    [InlineData("", "whsec_1", "https://api.stripe.com", false, "Stripe:SecretKey")]
    [InlineData("sk_test_1", "", "https://api.stripe.com", false, "Stripe:WebhookSecret")]
    [InlineData("sk_test_1", "secret", "https://api.stripe.com", false, "Stripe:WebhookSecret")]
    [InlineData("rk_live_1", "whsec_1", "http://127.0.0.1:12111", true, "Stripe:ApiBase")]
    [InlineData("sk_test_1", "whsec_1", "https://api.stripe.example", false, "Stripe:ApiBase")]
    [InlineData("sk_test_1", "whsec_1", "http://api.stripe.com", false, "Stripe:ApiBase")]
    public void A_wrong_setting_stops_the_start_with_its_name(string key, string webhook, string address, bool isProduction, string? named)
    {
        var problems = Problems(isProduction, ("Billing:Provider", "Stripe"), ("Stripe:SecretKey", key), ("Stripe:WebhookSecret", webhook), ("Stripe:ApiBase", address));

        Assert.Equal(named is null ? 0 : 1, problems.Count);
        Assert.All(problems, problem => Assert.Contains(named!, problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://checkout.stripe.com/c/pay/cs_1", "https://api.stripe.com", true)]
    [InlineData("https://billing.stripe.com/p/session/1", "https://api.stripe.com", true)]
    [InlineData("https://invoice.stripe.com/i/1", "https://api.stripe.com", true)]
    [InlineData("http://127.0.0.1:12111/pay", "http://127.0.0.1:12111", true)]
    [InlineData("http://127.0.0.1:12111/pay", "https://api.stripe.com", false)]
    [InlineData("http://checkout.stripe.com/c/pay", "https://api.stripe.com", false)]
    [InlineData("https://checkout.stripe.com:8443/c/pay", "https://api.stripe.com", false)]
    [InlineData("https://you@checkout.stripe.com/c/pay", "https://api.stripe.com", false)]
    [InlineData("https://checkout.stripe.com.evil.example/c/pay", "https://api.stripe.com", false)]
    [InlineData("https://evil.example/checkout.stripe.com", "https://api.stripe.com", false)]
    [InlineData("javascript:alert(1)", "https://api.stripe.com", false)]
    [InlineData(null, "https://api.stripe.com", false)]
    public void Only_Stripes_own_pages_are_led_to(string? address, string apiBase, bool isPage) =>
        Assert.Equal(isPage, new StripeOptions { ApiBase = apiBase }.Page(address) is not null);

    [Theory]
    [InlineData(null, false, BillingProvider.Simulated, 0)]
    [InlineData(null, true, BillingProvider.None, 0)]
    [InlineData("none", false, BillingProvider.None, 0)]
    [InlineData("Simulated", true, BillingProvider.Simulated, 1)]
    [InlineData("Paypal", false, BillingProvider.None, 1)]
    [InlineData("2", false, BillingProvider.None, 1)]
    public void The_provider_is_named_or_follows_the_environment(string? name, bool isProduction, BillingProvider provider, int problems)
    {
        Assert.Equal(provider, BillingSettings.ProviderOf(Configuration(("Billing:Provider", name)), isProduction));
        Assert.Equal(problems, Problems(isProduction, ("Billing:Provider", name)).Count);
    }

    [Theory]
    [InlineData("xof", 15_000, 15_000)]
    [InlineData("eur", 2_490, 2_490)]
    [InlineData("isk", 50_000, 500)]
    [InlineData("ugx", 50_000, 500)]
    [InlineData("mga", 500, 50_000)]
    [InlineData("tnd", 1_500, 1_500)]
    public void Amounts_are_in_our_minor_units_whatever_Stripe_counts_in(string currency, long stripes, long ours) =>
        Assert.Equal(new Money(ours, Currency.Of(currency.ToUpperInvariant())), StripeMoney.Read(stripes, currency));

    [Fact]
    public void What_is_not_known_is_no_amount_and_an_unknown_status() =>
        Assert.Equal((null, null, SubscriptionStatus.Unknown), (StripeMoney.Read(1, "zzz"), StripeMoney.Read(null, "xof"), StripeReading.StatusOf("hibernating")));

    [Fact]
    public void Secrets_do_not_print_themselves() => Assert.DoesNotContain("sk_", new StripeOptions { SecretKey = "sk_test_1" }.ToString(), StringComparison.Ordinal);

    private static List<string> Problems(bool isProduction, params (string Key, string? Value)[] settings) => [.. BillingSettings.Problems(Configuration(settings), isProduction)];

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
}
