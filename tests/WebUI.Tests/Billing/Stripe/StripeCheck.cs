using System.Globalization;
using System.Text.RegularExpressions;

namespace WaSaas.WebUI.Tests.Billing.Stripe;

/// <summary>What is wrong with a request, in Stripe's words.</summary>
internal sealed record StripeComplaint(string Code, string Message, string? Param);

/// <summary>Holds a request against <see cref="StripeParameters"/>.</summary>
internal static partial class StripeCheck
{
    public static StripeComplaint? Of(string call, IReadOnlyList<KeyValuePair<string, string>> given)
    {
        if (!StripeParameters.Calls.TryGetValue(call, out var known))
        {
            return new StripeComplaint("unknown_call", $"Unrecognized request URL ({call}).", null);
        }

        foreach (var (name, value) in given)
        {
            if (KindOf(known, name) is not { } kind)
            {
                return new StripeComplaint("parameter_unknown", $"Received unknown parameter: {name}", name);
            }

            if (WrongFor(kind, value) is { } code)
            {
                return new StripeComplaint(code, $"Invalid value for {name}: {value}", name);
            }
        }

        return known.Required.FirstOrDefault(name => given.All(pair => pair.Key != name)) is { } missing
            ? new StripeComplaint("parameter_missing", $"Missing required param: {missing}.", missing)
            : null;
    }

    private static Kind? KindOf(StripeCall call, string name)
    {
        var indexed = Index().Replace(name, "[#]");
        if (call.Allowed.TryGetValue(indexed, out var kind))
        {
            return kind;
        }

        var own = LastName().Replace(name, "[*]");
        return call.Allowed.TryGetValue(own, out var free) ? free : null;
    }

    private static string? WrongFor(Kind kind, string value) => (kind, value) switch
    {
        (Kind.Unset, "") => null,
        (Kind.Unset, _) => "parameter_invalid",
        (_, "") => "parameter_invalid_empty",
        (Kind.Bool, "true" or "false") => null,
        (Kind.Bool, _) => "parameter_invalid_boolean",
        (Kind.Integer, _) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "parameter_invalid_integer",
        _ => null,
    };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"\[[a-z_]+\]$")]
    private static partial Regex LastName();
}
