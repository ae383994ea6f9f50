using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Assistants;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData("je prends 3", 3)]
    [InlineData("2 bazins", 2)]
    [InlineData("deux pièces", 2)]
    [InlineData("une seule", 1)]
    [InlineData("x3", 3)]
    [InlineData("les deux à 35 000", 2)]
    [InlineData("je prends 2 à 12 000 F", 2)]
    [InlineData("I take two", 2)]
    [InlineData("finalement 1", 1)]
    [InlineData("3 iPhone 13", 3)]
    public void Pieces_are_counted(string text, int expected) => Assert.Equal(expected, Assert.Single(Quantities.In(text, Currency.Xof)).Value);

    [Theory]
    [InlineData("un bazin")]
    [InlineData("taille 42")]
    [InlineData("20000mAh")]
    [InlineData("90 12 34 56")]
    [InlineData("15 000 F")]
    [InlineData("à 17h")]
    [InlineData("10 %")]
    public void What_is_no_count_is_left_alone(string text) => Assert.Empty(Quantities.In(text, Currency.Xof));

    [Theory]
    [InlineData(" 16 000 la piece ", PriceBasis.Unit)]
    [InlineData(" 16 000 chacun ", PriceBasis.Unit)]
    [InlineData(" 28 000 les deux ", PriceBasis.Total)]
    [InlineData(" 37 000 le tout ", PriceBasis.Total)]
    [InlineData(" va pour 11 500 ", null)]
    public void A_word_may_decide_what_a_number_is_for(string normalised, string? expected) => Assert.Equal(expected, PriceBasis.In(normalised));
}
