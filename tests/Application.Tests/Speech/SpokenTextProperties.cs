using WaSaas.Application.Speech;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Speech;

/// <summary>What must hold for every text, whatever stands in it.</summary>
public sealed class SpokenTextProperties
{
    private const int Texts = 3_000;

    private static readonly string[] Pieces =
    [
        "15 750 F", "24,90 €", "€1,299.00", "-50 %", "+228 90 12 34 56", "90123456", "8h30", "18:05", "24/11", "2026-13-45", "1er", "2x", "x3", "15k", "0,5", "1.2.3.4",
        "007", "A54", "20000mAh", "٣٤٥", "１２", "½", "²", "Ⅷ", "①", "😊", "👩🏽‍🌾", "**", "_", "`", "#", "<b>", "[a](https://exemple.test/1)", "www.exemple.com/9", "a@b.ci",
        "999999999999999999999", "12 345 678 901 234 567", "1 000 000 F", "-", "–", " ", "\n", "• ", ".", ",", ":", "mille", "F", "CFA", "%", "h", "°C", "5°C", "\u00a0", "\u200b", "+", "=",
        "Bazin", "le", "commande", "CMD-1042", "3-5", "£", "$", "7", "0", "00", "1", "21 pièces", "75 000 000 000 F", "12,500 TND", "9e", "/", "12/", "( 8 )",
    ];

    [Theory]
    [InlineData("fr", "XOF")]
    [InlineData("fr", "EUR")]
    [InlineData("en", "XOF")]
    [InlineData("en", "TND")]
    public void Nothing_that_only_an_eye_reads_is_left(string language, string currency)
    {
        var random = new Random(20_261_124);
        for (var i = 0; i < Texts; i++)
        {
            var written = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? "" : " ")));

            var spoken = SpokenText.Of(written, language, Currency.Of(currency));

            Assert.True(!spoken.Any(IsUnspeakable) && !spoken.Contains("  ", StringComparison.Ordinal), $"'{written}' became '{spoken}'");
        }
    }

    [Fact]
    public void Every_whole_amount_has_its_own_words()
    {
        var random = new Random(7);
        var amounts = Enumerable.Range(0, 2_000).Concat(Enumerable.Range(0, 4_000).Select(_ => random.Next(2_000, 900_000_000))).Distinct().ToList();

        Assert.Equal(amounts.Count, amounts.Select(amount => FrenchNumbers.Say(amount, feminine: false)).Distinct().Count());
        Assert.Equal(amounts.Count, amounts.Select(amount => EnglishNumbers.Say(amount)).Distinct().Count());
    }

    private static bool IsUnspeakable(char c) =>
        char.IsDigit(c) || char.IsNumber(c) || char.IsSurrogate(c) || char.IsControl(c) || "*_`#<>[]|€$£%+=°/@".Contains(c, StringComparison.Ordinal);
}
