using WaSaas.Infrastructure.Tests.Speech;

namespace WaSaas.WebUI.Tests.EndToEnd;

/// <summary>Voice notes over the real gateway and the sandbox network, heard by a service that is as strict as the real ones.</summary>
public sealed class VoiceEndToEndTests
{
    private const string Vendor = "+22890000301";
    private const string Hesitant = "+22891000301";
    private const string Sure = "+22891000302";
    private const string Mumbling = "+22891000303";
    private const string Unlucky = "+22891000304";
    private const string Wordy = "+22891000305";

    [Fact]
    public async Task What_is_heard_counts_after_a_yes_and_what_cannot_be_heard_is_asked_for_in_writing()
    {
        await using var speech = await SpeechServer.StartAsync();
        await using var host = await RunningHost.StartAsync(new()
        {
            ["Speech__BaseUrl"] = speech.BaseUrl,
            ["Speech__ApiKey"] = SpeechServer.Key,
            ["Speech__TranscriptionModel"] = "whisper-1",
            ["Plans__Starter__VoiceMinutes"] = "1",
            ["Plans__Pro__VoiceMinutes"] = "1",
            ["Plans__Business__VoiceMinutes"] = "1",
        });
        await OpenAsync(host);
        var note = await Speaker.NoteAsync(host.Folder, "Bonjour, je prends deux bazins riches.");

        speech.Next(SpeechServer.Hears(new { text = "Je prends deux bazins riches" }));
        await HearsAsync(host, Hesitant, note, "2 pièces");
        await host.Sandbox.CustomerSaysAsync(Hesitant, Vendor, "Non");
        await host.Sandbox.AnsweredAsync(Hesitant, Vendor, "Écrivez-moi ce que vous souhaitez", explain: () => host.Log);

        speech.Next(SpeechServer.Hears(new { text = "Je prends deux bazins riches" }));
        await HearsAsync(host, Sure, note, "2 pièces");
        Assert.DoesNotContain(await host.Sandbox.AnswersAsync(Sure, Vendor), IsCounted);
        await host.Sandbox.CustomerSaysAsync(Sure, Vendor, "Oui");
        await host.Sandbox.AnsweredAsync(Sure, Vendor, "31 500", explain: () => host.Log);

        speech.Next(SpeechServer.Hears(new { text = "le bazin riche est à combien", segments = new[] { new { avg_logprob = -2.0, no_speech_prob = 0.1 } } }));
        await HearsAsync(host, Mumbling, note, "« le bazin riche est à combien »");

        await HearsAsync(host, Unlucky, note, "message vocal");
        var asked = speech.Asked.Count;
        await HearsAsync(host, Wordy, await Speaker.NoteAsync(host.Folder, string.Join(' ', Enumerable.Repeat("Alors voilà, je vous explique tout depuis le début.", 9))), "trop long pour moi");

        Assert.Equal(asked, speech.Asked.Count);
        Assert.Empty(speech.Violations);
        Assert.All(speech.Asked, fields => Assert.Contains("Bazin riche", fields["prompt"], StringComparison.Ordinal));
        Assert.DoesNotContain(await host.Sandbox.AnswersAsync(Hesitant, Vendor), IsCounted);
    }

    [Fact]
    public async Task Without_a_speech_service_the_customer_is_asked_to_write_and_goes_on_in_writing()
    {
        await using var host = await RunningHost.StartAsync();
        await OpenAsync(host);

        await HearsAsync(host, Hesitant, await Speaker.NoteAsync(host.Folder, "Bonjour"), "message vocal");
        await host.Sandbox.CustomerSaysAsync(Hesitant, Vendor, "Le bazin riche est à combien ?");

        await host.Sandbox.AnsweredAsync(Hesitant, Vendor, "15 750", explain: () => host.Log);
    }

    private static bool IsCounted(Shown answer) => answer.Text.Contains("31 500", StringComparison.Ordinal);

    private static async Task HearsAsync(RunningHost host, string customer, string note, string answer)
    {
        await host.Sandbox.CustomerSpeaksAsync(customer, Vendor, note);
        await host.Sandbox.AnsweredAsync(customer, Vendor, answer, 40, () => host.Log);
    }

    private static async Task OpenAsync(RunningHost host)
    {
        var shop = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        await host.LinkAsync(shop, Vendor);
        foreach (var customer in new[] { Hesitant, Sure, Mumbling, Unlucky, Wordy })
        {
            await host.Sandbox.CustomerAsync(customer);
        }
    }
}
