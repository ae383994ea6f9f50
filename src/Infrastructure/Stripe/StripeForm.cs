using System.Globalization;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>
/// Parameters as Stripe reads them: nested names in brackets, lists by index, lower-case booleans, seconds since 1970.
/// What is null is left out; an empty value would mean "unset".
/// </summary>
internal sealed class StripeForm : List<KeyValuePair<string, string>>
{
    public StripeForm Add(string name, string? value)
    {
        if (value is not null)
        {
            Add(KeyValuePair.Create(name, value));
        }

        return this;
    }

    public StripeForm Add(string name, bool value) => Add(name, value ? "true" : "false");

    public StripeForm Add(string name, int value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public StripeForm Add(string name, DateTimeOffset value) => Add(name, value.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public StripeForm AddList(string name, params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Add($"{name}[{i}]", values[i]);
        }

        return this;
    }

    public string ToQuery() => string.Join('&', this.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
}
