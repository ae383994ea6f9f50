namespace WaSaas.Application.Assistant.Embedded;

/// <summary>The greeting that fits the hour at the shop.</summary>
internal static class Greetings
{
    private const int Morning = 5;
    private const int Evening = 18;

    public static string At(TurnContext turn, string language)
    {
        var hour = TimeZoneInfo.TryFindSystemTimeZoneById(turn.Tenant.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(turn.Now, zone).Hour : turn.Now.Hour;
        var day = hour is >= Morning and < Evening;
        return language == "en" ? day ? "Hello" : "Good evening" : day ? "Bonjour" : "Bonsoir";
    }
}
