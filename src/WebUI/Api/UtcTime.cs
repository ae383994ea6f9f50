using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaSaas.WebUI.Api;

/// <summary>Times as ISO 8601 in UTC, with a Z and milliseconds.</summary>
internal sealed class UtcTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
