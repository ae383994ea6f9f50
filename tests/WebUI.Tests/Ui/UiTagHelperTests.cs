using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Tests.Ui;

public sealed class UiTagHelperTests
{
    [Fact]
    public void An_icon_is_decorative_and_comes_from_the_sprite()
    {
        var html = Render(new IconTagHelper { Name = "lock" });

        Assert.Contains("aria-hidden=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("/img/icons.svg#lock", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "32\u00a0500\u00a0F")]
    [InlineData("en", "32,500\u00a0F")]
    public void Money_is_written_as_people_here_write_it(string language, string expected) => In(language, () =>
        Assert.Equal($"<span class=\"num\">{expected}</span>", Render(new MoneyTagHelper { Value = new Money(32_500, Currency.Xof) })));

    [Theory]
    [InlineData("+22890123412", true, "+228\u00a090\u00a0••\u00a0••\u00a012")]
    [InlineData("+22890123412", false, "+228\u00a090\u00a012\u00a034\u00a012")]
    [InlineData("+33612345678", true, "+33\u00a06\u00a0••\u00a0••\u00a0••\u00a078")]
    [InlineData("unknown", true, "unknown")]
    public void A_phone_number_is_grouped_and_in_lists_masked(string number, bool masked, string expected) =>
        Assert.Equal(expected, PhoneText.Of(number, masked));

    [Fact]
    public void A_missing_phone_number_shows_nothing() => Assert.Equal("", Render(new PhoneTagHelper { Value = null }));

    [Fact]
    public void A_pill_says_its_kind_in_words_and_in_colour()
    {
        Assert.Equal("<span class=\"pill ok\"></span>", Render(new StatusPillTagHelper { Kind = PillKind.Ok }));
        Assert.Equal("<span class=\"pill warn live\"></span>", Render(new StatusPillTagHelper { Kind = PillKind.Warn, Live = true }));
    }

    [Fact]
    public void A_plan_is_shown_by_its_name() => Assert.Equal("<span class=\"plan pro\">Pro</span>", Render(new PlanBadgeTagHelper { Plan = Plan.Pro }));

    [Theory]
    [InlineData("15000", 15_000)]
    [InlineData("15 000", 15_000)]
    [InlineData("15.000", 15_000)]
    [InlineData("15\u202f000 F", 15_000)]
    [InlineData("15,000 FCFA", 15_000)]
    [InlineData("1.250.000", 1_250_000)]
    public void Amounts_without_cents_are_read_as_people_type_them(string text, long expected)
    {
        Assert.True(AmountText.TryParse(text, Currency.Xof, out var minor));
        Assert.Equal(expected, minor);
    }

    [Theory]
    [InlineData("24,90", 2_490)]
    [InlineData("24.9 €", 2_490)]
    [InlineData("1 024,90", 102_490)]
    [InlineData("1.024", 102_400)]
    [InlineData("24", 2_400)]
    public void Amounts_with_cents_are_read_as_people_type_them(string text, long expected)
    {
        Assert.True(AmountText.TryParse(text, Currency.Eur, out var minor));
        Assert.Equal(expected, minor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("beaucoup")]
    [InlineData("1.5")]
    [InlineData("-500")]
    [InlineData("15.00.0")]
    [InlineData("99999999999999999999999")]
    public void What_is_no_amount_is_refused(string text) => Assert.False(AmountText.TryParse(text, Currency.Xof, out _));

    [Fact]
    public void An_amount_shown_in_a_form_is_read_back_as_the_same() => In("fr", () =>
    {
        Assert.True(AmountText.TryParse(AmountText.ForInput(102_490, Currency.Eur), Currency.Eur, out var minor));
        Assert.Equal(102_490, minor);
    });

    private static string Render(TagHelper helper)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }

    private static void In(string language, Action act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
