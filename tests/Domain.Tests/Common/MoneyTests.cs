using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tests.Common;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("XOF", 0)]
    [InlineData("XAF", 0)]
    [InlineData("EUR", 2)]
    [InlineData("TND", 3)]
    public void A_currency_knows_its_exponent(string code, int exponent) => Assert.Equal(exponent, Currency.Of(code).Exponent);

    [Theory]
    [InlineData("xof")]
    [InlineData("FCFA")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_code_is_refused_rather_than_guessed(string? code) => Assert.False(Currency.TryParse(code, out _));

    [Fact]
    public void Amounts_of_two_currencies_do_not_add_up() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, Currency.Xof) + new Money(1, Currency.Eur));

    [Fact]
    public void An_overflow_is_an_error_and_not_a_small_amount() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Currency.Xof) * 2);

    [Theory]
    [InlineData("Mèche Cœur-d'Abidjan !", "meche coeur d abidjan")]
    [InlineData("  ÀÉÎÕÜ  ", "aeiou")]
    [InlineData("20000mAh", "20000mah")]
    public void Folding_keeps_letters_and_digits_only(string text, string folded) => Assert.Equal(folded, TextFold.Fold(text));

    [Theory]
    [InlineData("Maison Adjoa", "maison-adjoa")]
    [InlineData("Chez l’Ami №1", "chez-l-ami-1")]
    [InlineData("店", "")]
    public void A_slug_is_plain_ascii(string name, string slug) => Assert.Equal(slug, TextFold.Slug(name));
}
