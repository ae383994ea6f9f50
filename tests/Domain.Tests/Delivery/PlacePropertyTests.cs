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

    private static Arbitrary<string> Damaged() => Arb.ToArbitrary(
        from name in Gen.Elements(Names)
        from at in Gen.Choose(0, name.Length - 1)
        from letter in Gen.Elements([.. "abcdefghijklmnopqrstuvwxyz 0123456789"])
        from kind in Gen.Choose(0, 2)
        select kind switch { 0 => name.Remove(at, 1), 1 => name.Insert(at, letter.ToString()), _ => name.Remove(at, 1).Insert(at, letter.ToString()) });

    [Fact]
    public void A_name_is_found_in_every_sentence_and_spelling() => Prop.ForAll(Said(), said =>
    {
        var place = Lome.Resolve(said.Text);
        return place.Status == PlaceStatus.Ok && Lome.Zones().Single(z => z.Code == place.Zone!.ZoneCode).IsCalled(said.Name);
    }).Holds(400);

    [Fact]
    public void No_damaged_name_has_a_zone_that_does_not_bear_exactly_that_name() => Prop.ForAll(Damaged(), text =>
    {
        var place = Lome.Resolve(text);
        return place.Zone is not { } zone || Spaceless(text).Contains(Spaceless(zone.Matched), StringComparison.Ordinal);
    }).Holds(1_000);

    [Fact]
    public void No_text_whatever_throws_or_names_a_zone_that_is_not_the_shops() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        Lome.Resolve(text ?? "").Candidates.All(c => Lome.Zones().Any(z => z.Code == c.ZoneCode))).Holds(500);

    private static string Spaceless(string text) => Domain.Common.TextFold.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
