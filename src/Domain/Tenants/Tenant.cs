using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Domain.Tenants;

/// <summary>A shop: who it is, how it speaks, and whether its assistant answers.</summary>
public sealed class Tenant : AggregateRoot
{
    public const int MaxNameLength = 80;

    private Entitlements? _plan;

    private Tenant()
    {
    }

    public TenantId Id { get; private set; }

    /// <summary>Unique over the installation; shown in commands, never changed.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? City { get; private set; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Country { get; private set; }

    public string? Address { get; private set; }

    public Currency Currency { get; private set; } = Currency.Xof;

    /// <summary>BCP 47, e.g. fr-TG. Its language is what customers hear first.</summary>
    public string Locale { get; private set; } = "fr";

    /// <summary>IANA id.</summary>
    public string TimeZone { get; private set; } = "Africa/Lome";

    public AssistantProfile Assistant { get; private set; } = AssistantProfile.Default;

    /// <summary>How the shop sells when a product says nothing else.</summary>
    public SalesRules Sales { get; private set; } = new();

    public ShopFacts Facts { get; private set; } = new();

    public DateTimeOffset CreatedAt { get; private set; }

    public ModelConsent ModelConsent { get; private set; }

    /// <summary>When the shop answered last whether outside models may be used.</summary>
    public DateTimeOffset? ModelConsentAt { get; private set; }

    /// <summary>Counts up with each change of the settings: two editors notice each other.</summary>
    public int Version { get; private set; }

    public string Language => Locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fr";

    public static Result<Tenant> Open(TenantId id, string slug, ShopProfile profile, DateTimeOffset at, bool assistantPaused)
    {
        var tenant = new Tenant
        {
            Id = id,
            Slug = slug,
            Currency = profile.Currency,
            CreatedAt = at,
            Assistant = AssistantProfile.Default with { Paused = assistantPaused },
        };

        var changed = tenant.ChangeProfile(profile);
        return changed.IsOk ? tenant : changed.Error!;
    }

    public Result ChangeProfile(ShopProfile profile)
    {
        var name = profile.Name.Trim();
        if (name.Length is 0 or > MaxNameLength)
        {
            return TenantErrors.NameLength;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _))
        {
            return TenantErrors.UnknownTimeZone(profile.TimeZone);
        }

        if (profile.Currency != Currency)
        {
            return TenantErrors.CurrencyIsFixed;
        }

        (Name, City, Country, Address) = (name, profile.City, profile.Country, profile.Address);
        (Locale, TimeZone) = (profile.Locale, profile.TimeZone);
        return Changed();
    }

    /// <summary>The one visible switch: a paused assistant keeps every message and answers none.</summary>
    public void PauseAssistant() => SetPaused(true);

    public void ResumeAssistant() => SetPaused(false);

    public Result ChangeAssistant(AssistantProfile profile)
    {
        if (profile.Check() is { IsOk: false } refused)
        {
            return refused;
        }

        Assistant = profile;
        return Changed();
    }

    public Result ChangeSales(SalesRules sales)
    {
        if (sales.Check() is { IsOk: false } refused)
        {
            return refused;
        }

        Sales = sales;
        return Changed();
    }

    /// <summary>What the plan holds now bounds how the shop bargains. Not stored: plans also end by the clock.</summary>
    public void SellWithin(Entitlements plan) => _plan = plan;

    /// <summary>How the shop bargains over a product with this style of its own; the wish stays stored where the plan does not hold it.</summary>
    public NegotiationStyle StyleFor(NegotiationStyle? own)
    {
        var wanted = own ?? Sales.Style;
        return _plan?.Allowed(wanted) ?? wanted;
    }

    public Result ChangeFacts(ShopFacts facts)
    {
        if (facts.Check() is { IsOk: false } refused)
        {
            return refused;
        }

        Facts = facts;
        return Changed();
    }

    /// <summary>Customers' words go to an outside model only after a yes, and no more after a no.</summary>
    public void AnswerModelConsent(bool given, DateTimeOffset at)
    {
        var answer = given ? ModelConsent.Given : ModelConsent.Declined;
        if (ModelConsent != answer)
        {
            (ModelConsent, ModelConsentAt) = (answer, at);
            Raise(new ModelConsentChanged(Id, answer));
        }
    }

    public Money Price(long minor) => new(minor, Currency);

    private Result Changed()
    {
        Version++;
        Raise(new ShopChanged(Id));
        return Result.Ok;
    }

    private void SetPaused(bool paused)
    {
        if (Assistant.Paused == paused)
        {
            return;
        }

        Assistant = Assistant with { Paused = paused };
        Raise(new AssistantSwitched(Id, !paused));
    }
}
