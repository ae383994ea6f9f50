using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

public static class TenantErrors
{
    public static readonly Error NameLength =
        new("shop_name_length", $"A shop's name has 1 to {Tenant.MaxNameLength} characters.", Tenant.MaxNameLength);

    public static readonly Error AssistantNameLength = new(
        "assistant_name_length", $"The assistant's name has at most {AssistantProfile.MaxNameLength} characters.", AssistantProfile.MaxNameLength);

    public static readonly Error GreetingLength = new(
        "greeting_length", $"A greeting has at most {AssistantProfile.MaxGreetingLength} characters.", AssistantProfile.MaxGreetingLength);

    public static readonly Error UnknownTone = new("unknown_tone", "The tone is warm, neutral or brief.");

    public static readonly Error StyleNotInPlan = new("style_not_in_plan", "The Starter plan bargains in the balanced style.");

    public static readonly Error VoiceNotInPlan = new("voice_not_in_plan", "Voice replies belong to the Pro and Business plans.");

    public static readonly Error HoursIncomplete = new("hours_incomplete", "A day that is open has a time of opening and another of closing.");

    public static readonly Error CurrencyIsFixed =
        new("currency_is_fixed", "A shop keeps its currency: prices and orders are written in it.");

    public static readonly Error ApiNotInPlan =
        new("api_not_in_plan", "API keys belong to the Business plan.");

    public static readonly Error TakeoverRange =
        new("takeover_range", "The assistant stays silent for 5 minutes to 24 hours after a person wrote.");

    public static readonly Error LocationRange = new("location_range", "A latitude is -90 to 90, a longitude -180 to 180.");

    public static Error FactsLength(int length) =>
        new("facts_length", $"Ways to pay have 1 to 80 characters each, the rules of return at most {length}.", length);

    public static Error UnknownTimeZone(string id) => new("unknown_time_zone", $"'{id}' is not an IANA time zone.", id);
}
