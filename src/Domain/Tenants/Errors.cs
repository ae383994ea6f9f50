using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

public static class TenantErrors
{
    public static readonly Error NameLength =
        new("shop_name_length", $"A shop's name has 1 to {Tenant.MaxNameLength} characters.", Tenant.MaxNameLength);

    public static readonly Error AssistantNameLength = new(
        "assistant_name_length", $"The assistant's name has at most {AssistantProfile.MaxNameLength} characters.", AssistantProfile.MaxNameLength);

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
