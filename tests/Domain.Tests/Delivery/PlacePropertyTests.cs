using FsCheck;
using FsCheck.Fluent;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class PlacePropertyTests
{
    private static readonly string[] Names = [.. Lome.Zones().SelectMany(z => z.Aliases.Prepend(z.Name)).Where(n => n != "Marché")];

    private static readonly string[] Frames =
        ["{0}", "je suis à {0}", "Bonjour, livrez à {0} svp", "mon adresse : {0}", "I live in {0}", "{0} !!!", "😀 {0} 🙏", "pas à Notsé mais à {0}"];

    /// <summary>A name in a sentence, in any spelling of case and accents.</summary>
    private static Arbitrary<(string Name, string Text)> Said() => Arb.ToArbitrary(
        from name in Gen.Elements(Names)
        from frame in Gen.Elements(Frames)
        from form in Gen.Choose(0, 2)
        let written = form switch { 0 => name, 1 => name.ToUpperInvariant(), _ => name.ToLowerInvariant() }
        select (name, string.Format(null, frame, written)));

    private static Arbitrary<(string Name, string Text)> Damaged() => Arb.ToArbitrary(
        from name in Gen.Elements(Names)
        from at in Gen.Choose(0, name.Length - 1)
        from letter in Gen.Elements([.. "abcdefghijklmnopqrstuvwxyz -"])
        from kind in Gen.Choose(0, 2)
        let shorter = name.Remove(at, 1)
        select (name, kind switch { 0 => shorter, 1 => name.Insert(at, $"{letter}"), _ => shorter.Insert(at, $"{letter}") }));

    [Fact]
    public void A_name_is_found_in_every_sentence_and_spelling() => Prop.ForAll(Said(), said =>
    {
        var place = Lome.Resolve(said.Text);
        return place.Status == PlaceStatus.Ok && Lome.Zones().Single(z => z.Code == place.Zone!.ZoneCode).IsCalled(said.Name);
    }).Holds(400);

    [Fact]
    public void A_typing_error_never_prices_another_zone() => Prop.ForAll(Damaged(), damaged =>
    {
        var place = Lome.Resolve(damaged.Text);
        return place.Zone is not { } zone
            || Lome.Zones().Single(z => z.Code == zone.ZoneCode).IsCalled(damaged.Name)
            || Spaceless(damaged.Text) == Spaceless(zone.Matched);
    }).Holds(1_000);

    [Fact]
    public void No_text_whatever_throws_or_names_a_zone_that_is_not_the_shops() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        Lome.Resolve(text ?? "").Candidates.All(c => Lome.Zones().Any(z => z.Code == c.ZoneCode))).Holds(500);

    private static string Spaceless(string text) => Domain.Common.TextFold.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
