using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WaSaas.Application.Accounts;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The sentences of the screens: both languages complete, typography right, none missing and none unknown.</summary>
public sealed partial class UiTextTests
{
    private static readonly Dictionary<string, string> French = Read("Texts.resx");
    private static readonly Dictionary<string, string> English = Read("Texts.en.resx");

    [Fact]
    public void Both_languages_have_the_same_keys() => Assert.Equal(French.Keys.Order(), English.Keys.Order());

    [Fact]
    public void Both_languages_have_the_same_placeholders() => Assert.All(French, pair => Assert.Equal(Holes(pair.Value), Holes(English[pair.Key])));

    [Fact]
    public void French_has_its_thin_and_no_break_spaces() => Assert.All(French.Values, text =>
    {
        Assert.DoesNotMatch(@"[ \u00a0][?!;]|[^\u202f][?!](?!\w)", text);
        Assert.DoesNotMatch(@"[ \u202f]:|« | »", text);
        Assert.DoesNotContain("'", text, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_key_in_pages_and_code_has_a_sentence()
    {
        var used = Sources().SelectMany(text => UsedKeys().Matches(text)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(used.Count > 150, $"only {used.Count} keys found: the search itself is broken");
        Assert.Empty(Missing(used));
    }

    [Fact]
    public void Every_refusal_has_a_sentence()
    {
        var refusals = new[] { typeof(Error).Assembly, typeof(SignUp).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Error))
            .Select(field => ((Error)field.GetValue(null)!).Code)
            .ToList();

        Assert.NotEmpty(refusals);
        Assert.Empty(Missing(refusals.Select(code => "Error." + code)));
    }

    [Fact]
    public void Every_recurring_job_has_a_name() => Assert.Empty(Missing(Schedules.All.Select(schedule => "Schedule." + schedule.Name)));

    [Fact]
    public void Every_state_and_kind_has_words()
    {
        Assert.Empty(Missing(Enum.GetNames<SessionState>().Select(state => "State." + state)));
        Assert.Empty(Missing(Enum.GetNames<Repair>().Where(stage => stage != "None").Select(stage => "Repair." + stage)));
        Assert.Empty(Missing(Enum.GetNames<MessageKind>().Where(kind => kind != "Text").Select(kind => "Kind." + kind)));
    }

    [Fact]
    public void Every_schedule_and_every_job_has_words()
    {
        Assert.Empty(Missing(Schedules.All.Select(schedule => "Schedule." + schedule.Name)));
        Assert.Empty(Missing(JobOrders.Commands.Select(command => "Job." + command.Name)));
    }

    private static List<string> Missing(IEnumerable<string> keys) => [.. keys.Where(key => !French.ContainsKey(key))];

    private static string[] Holes(string text) => [.. Placeholder().Matches(text).Select(m => m.Value).Order()];

    private static IEnumerable<string> Sources() => new[] { "*.cs", "*.cshtml" }
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root(), "Pages"), pattern, SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Path.Combine(Root(), "Localisation"), "*.cs"))
        .Select(File.ReadAllText);

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Root(), "Resources", file))
        .Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "WebUI"));

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b[sS]ays?\[""([A-Za-z]+\.[A-Za-z0-9.]*[A-Za-z0-9])""")]
    private static partial Regex UsedKeys();
}
