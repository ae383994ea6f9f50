using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Assistants;

public sealed class AmountsTests
{
    private static readonly AmountContext Haggle = new([15_000], ["iPhone 13 128 Go"]);

    [Theory]
    [InlineData("15k", 15_000)]
    [InlineData("je donne 16k5", 16_500)]
    [InlineData("12,5k", 12_500)]
    [InlineData("15K F", 15_000)]
    [InlineData("15 000", 15_000)]
    [InlineData("15\u202f000 F", 15_000)]
    [InlineData("15\u00a0000 FCFA", 15_000)]
    [InlineData("15.000 F", 15_000)]
    [InlineData("41,000", 41_000)]
    [InlineData("18 mille", 18_000)]
    [InlineData("60 mille", 60_000)]
    [InlineData("18mille", 18_000)]
    [InlineData("16 mille 500", 16_500)]
    [InlineData("seize mille cinq cents", 16_500)]
    [InlineData("quinze mille", 15_000)]
    [InlineData("vingt et un mille cinq cents", 21_500)]
    [InlineData("quatre-vingt-dix mille", 90_000)]
    [InlineData("soixante-dix-sept mille", 77_000)]
    [InlineData("septante mille", 70_000)]
    [InlineData("nonante-cinq mille", 95_000)]
    [InlineData("deux cent mille", 200_000)]
    [InlineData("1,5 million", 1_500_000)]
    [InlineData("fifteen thousand", 15_000)]
    [InlineData("twenty one thousand five hundred", 21_500)]
    [InlineData("15 000 F CFA", 15_000)]
    [InlineData("15000frs", 15_000)]
    [InlineData("je vous propose 21500", 21_500)]
    [InlineData("7500 pièce", 7_500)]
    [InlineData("10 000 les deux", 10_000)]
    [InlineData("15000f les 2", 15_000)]
    [InlineData("c'est 2000 la livraison ?", 2_000)]
    [InlineData("mille francs", 1_000)]
    [InlineData("je peux avoir 3 bazins à 40.000 ?", 40_000)]
    public void Francs_are_read_as_they_are_written(string text, long expected) =>
        Assert.Equal(expected, Assert.Single(Amounts.In(text, Currency.Xof)).Minor);

    [Theory]
    [InlineData("24,90 €", 2_490)]
    [InlineData("44.50 euros", 4_450)]
    [InlineData("je propose 20", 2_000)]
    [InlineData("vingt euros", 2_000)]
    [InlineData("€24.90", 2_490)]
    [InlineData("1 234,50 €", 123_450)]
    [InlineData("1,234.50 EUR", 123_450)]
    public void Euros_have_cents(string text, long expected) =>
        Assert.Equal(expected, Assert.Single(Amounts.In(text, Currency.Eur)).Minor);

    [Theory]
    [InlineData("powerbank 20000mAh")]
    [InlineData("une batterie de 20000 mAh")]
    [InlineData("128 Go")]
    [InlineData("6 yards de wax")]
    [InlineData("la taille 42 svp")]
    [InlineData("500 ml")]
    [InlineData("à 17h")]
    [InlineData("17h30")]
    [InlineData("demain à 17:30")]
    [InlineData("mon numéro 90 12 34 56")]
    [InlineData("+228 90 12 34 56")]
    [InlineData("06 12 34 56 78")]
    [InlineData("90123456")]
    [InlineData("6 savons")]
    [InlineData("je prends 3")]
    [InlineData("15.50")]
    [InlineData("un bazin et deux wax")]
    [InlineData("commande 1042")]
    [InlineData("mille mercis")]
    [InlineData("zone 4")]
    [InlineData("le 24/11")]
    [InlineData("Samsung A54")]
    public void What_counts_or_names_something_else_is_no_amount(string text) => Assert.Empty(Amounts.In(text, Currency.Xof));

    [Fact]
    public void The_numerals_of_a_product_in_focus_are_no_amounts() => Assert.Empty(Amounts.In("le 13 de 128", Currency.Xof, Haggle));

    [Theory]
    [InlineData("je donne 12", 12_000)]
    [InlineData("12 dernier prix", 12_000)]
    [InlineData("douze", 12_000)]
    public void In_a_haggle_thousands_may_be_left_out(string text, long expected)
    {
        var span = Assert.Single(Amounts.In(text, Currency.Xof, Haggle));

        Assert.Equal(expected, span.Minor);
        Assert.True(span.IsShorthand);
        Assert.Empty(Amounts.In(text, Currency.Xof));
    }

    [Theory]
    [InlineData("je prends 12")]
    [InlineData("12 bazins")]
    [InlineData("je donne 2")]
    [InlineData("je donne 90")]
    public void A_small_number_that_fits_no_price_stays_a_count(string text) => Assert.Empty(Amounts.In(text, Currency.Xof, Haggle));

    [Theory]
    [InlineData("fais -10 %")]
    [InlineData("10% de remise")]
    [InlineData("dix pour cent")]
    public void A_percentage_is_what_is_left_of_the_price(string text)
    {
        var span = Assert.Single(Amounts.In(text, Currency.Xof, Haggle));

        Assert.Equal(10, span.Percent);
        Assert.Equal(13_500, span.Minor);
    }

    [Fact]
    public void Several_amounts_are_found_with_their_places()
    {
        const string Text = "le bazin à 15 000 F ou 28k les deux, livré 2000";

        var spans = Amounts.In(Text, Currency.Xof);

        Assert.Equal([15_000, 28_000, 2_000], spans.Select(span => span.Minor));
        Assert.Equal("15 000 F", Text.Substring(spans[0].Start, spans[0].Length));
        Assert.Equal([true, false, false], spans.Select(span => span.HasCurrency));
    }

    [Fact]
    public void Another_currency_than_the_shops_is_marked() => Assert.True(Assert.Single(Amounts.In("20 euros", Currency.Xof)).IsForeign);

    [Theory]
    [InlineData("1 ")]
    [InlineData("1 000 ")]
    [InlineData("vingt et ")]
    [InlineData("15k ")]
    [InlineData("99 ")]
    public void A_hostile_text_is_read_all_the_same(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4_096 / piece.Length));

        var spans = Amounts.In(text, Currency.Xof, Haggle);

        Assert.All(spans, span => Assert.InRange(span.End, 1, text.Length));
    }
}
