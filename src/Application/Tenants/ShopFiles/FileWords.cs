using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>The words of the format for what has a type here; reader and writer share them.</summary>
internal static class FileWords
{
    public const string UnknownPlace = "ask_then_person";

    public static readonly (string Word, NegotiationStyle Value)[] Styles =
        [("firm", NegotiationStyle.Firm), ("balanced", NegotiationStyle.Balanced), ("generous", NegotiationStyle.Generous)];

    public static readonly (string Word, Waiver Value)[] Waivers = [("base_fee", Waiver.BaseFee), ("all", Waiver.All)];

    public static readonly (string Word, DayOfWeek Day)[] Days =
    [
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday),
    ];

    public static string WordOf<T>(this (string Word, T Value)[] words, T value)
        where T : struct => words.Single(w => w.Value.Equals(value)).Word;
}
