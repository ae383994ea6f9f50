using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>A value that is read and written as a whole and never searched by: one JSON column.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General) { Converters = { new OfferLadderConverter() } };

    public static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), text => Read<T>(text)),
            new ValueComparer<T>((a, b) => Write(a!) == Write(b!), value => Write(value).GetHashCode(StringComparison.Ordinal), value => Read<T>(Write(value))));
        property.Metadata.SetMaxLength(null);
        return property;
    }

    /// <summary>By its own text form.</summary>
    private sealed class OfferLadderConverter : JsonConverter<OfferLadder>
    {
        public override OfferLadder Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            OfferLadder.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, OfferLadder value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
