using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Tests.Billing.Stripe;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Billing;

/// <summary>The real host with Stripe's counterpart behind it, and one vendor signed in.</summary>
internal sealed class BillingHost : IAsyncDisposable
{
    private readonly UiHost _host;
    private readonly HttpClient _stripeSide;

    private BillingHost(UiHost host, StripeCounterpart stripe, PageClient vendor, TenantId shop)
    {
        (_host, Stripe, Vendor, Shop) = (host, stripe, vendor, shop);
        _stripeSide = new HttpClient { BaseAddress = host.Url };
    }

    public StripeCounterpart Stripe { get; }

    public PageClient Vendor { get; }

    public TenantId Shop { get; }

    public UiHost Host => _host;

    public HttpClient Webhooks => _stripeSide;

    public static async Task<BillingHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var stripe = await StripeCounterpart.StartAsync(TimeProvider.System);
        var host = new UiHost
        {
            More = new Dictionary<string, string?>(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            {
                ["Billing:Provider"] = "Stripe",
                ["Stripe:ApiBase"] = stripe.Url.ToString(),
                ["Stripe:SecretKey"] = StripeCounterpart.SecretKey,
                ["Stripe:WebhookSecret"] = $"whsec_old,{StripeCounterpart.WebhookSecret}",
            },
        };
        await host.InitializeAsync();
        var vendor = host.Browse();
        var shop = await host.ShopNamedAsync(await vendor.SignUpAsync("Maison"));
        return new BillingHost(host, stripe, vendor, shop);
    }

    public Task<SubscriptionView> ViewAsync() => ViewAsync(Shop);

    public Task<SubscriptionView> ViewAsync(TenantId shop) => _host.SendAsync(shop, new GetSubscription());

    /// <summary>The vendor presses the button of a plan; the answer is where she is led.</summary>
    public async Task<Uri> ChooseAsync(string plan, string interval = "Monthly")
    {
        using var answer = await PostAsync("/billing?handler=Checkout", new() { ["plan"] = plan, ["interval"] = interval, ["intent"] = Guid.NewGuid().ToString("n") });
        Assert.Equal(303, (int)answer.StatusCode);
        return answer.Headers.Location!;
    }

    public Task<HttpResponseMessage> PostAsync(string to, Dictionary<string, string> fields) => PostAsync(Vendor, to, fields);

    public static async Task<HttpResponseMessage> PostAsync(PageClient vendor, string to, Dictionary<string, string> fields)
    {
        var token = System.Text.RegularExpressions.Regex.Match(await vendor.ReadAsync("/account"), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))),
        };
        return await vendor.SendAsync(request);
    }

    /// <summary>Chooses, pays and comes back.</summary>
    public async Task<string> SubscribeAsync(string plan, string interval = "Monthly")
    {
        var session = (await ChooseAsync(plan, interval)).Segments[^1];
        var id = (string)Stripe.State.Complete(session)["id"]!;
        var back = await Vendor.TextAsync($"/billing/return?session_id={session}");
        Assert.Contains("Merci, votre forfait est ouvert", back, StringComparison.Ordinal);
        return id;
    }

    /// <summary>Until the inbox is worked off.</summary>
    public async Task WorkedOffAsync()
    {
        for (var i = 0; i < 200; i++)
        {
            var notices = await _host.InShopAsync(Shop, s => ((MediatR.IMediator)s.GetService(typeof(MediatR.IMediator))!).Send(new ListNotices()));
            if (!notices.Counts.ContainsKey(Domain.Subscriptions.BillingEventState.Pending))
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The inbox is not worked off.");
    }

    public async ValueTask DisposeAsync()
    {
        _stripeSide.Dispose();
        Vendor.Dispose();
        await _host.DisposeAsync();
        await Stripe.DisposeAsync();
    }
}
