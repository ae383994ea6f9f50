using WaSaas.Application.Assistant.Language;

namespace WaSaas.Application.Tests.Assistants;

public sealed class WishedTimeTests
{
    [Theory]
    [InlineData("samedi matin si possible", "samedi matin")]
    [InlineData("livrez à Adidogomé demain matin svp", "demain matin")]
    [InlineData("je paie à la livraison, livrez samedi prochain", "samedi prochain")]
    [InlineData("plutôt demain après 15h30", "demain après 15h30")]
    [InlineData("can I have it on Saturday afternoon?", "on Saturday afternoon")]
    [InlineData("le 28 novembre vers midi", "le 28 novembre vers midi")]
    [InlineData("aujourd'hui avant 17 h", "aujourd'hui avant 17 h")]
    [InlineData("ce soir", "ce soir")]
    [InlineData("tomorrow morning please", "tomorrow morning")]
    public void A_day_or_hour_of_delivery_is_read_as_written(string text, string words) => Assert.Equal(words, WishedTimes.In(text)?.Words);

    [Theory]
    [InlineData("bonsoir, bonne soirée")]
    [InlineData("good morning")]
    [InlineData("une robe du soir")]
    [InlineData("je passe samedi")]
    [InlineData("I will call you tomorrow")]
    [InlineData("je vous paie demain")]
    [InlineData("livrez à Bè")]
    [InlineData("")]
    public void What_is_no_time_of_delivery_is_none(string text) => Assert.Null(WishedTimes.In(text));
}
