using System.Text.Json;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Arguments in the form in which a model gives them, so that the tools read both alike.</summary>
internal static class Json
{
    public static JsonElement Of(object value) => JsonSerializer.SerializeToElement(value, ToolJson.Options);

    public static decimal Major(long minor, Currency currency)
    {
        decimal major = minor;
        for (var digit = 0; digit < currency.Exponent; digit++)
        {
            major /= 10;
        }

        return major;
    }
}
