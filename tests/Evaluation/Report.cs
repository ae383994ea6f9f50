using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WaSaas.Evaluation.Judging;

namespace WaSaas.Evaluation;

/// <summary>A run as a table for people and as JSON for comparison with the next one.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Markdown(string brain, Scores scores)
    {
        var text = new StringBuilder($"# Evaluation: {brain}\n\n| Figure | Value | Gate | |\n|---|---|---|---|\n");
        text.AppendJoin('\n', scores.Table().Select(score => $"| {score.Name} | {score.Value} | {score.Gate} | {(score.Holds ? "✓" : "✗")} |"));
        text.Append("\n\n").AppendJoin('\n', scores.Failures().Select(failure => $"- {failure}"));
        return text.AppendLine().ToString();
    }

    public static async Task WriteAsync(string folder, string brain, Scores scores)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "evaluation.md"), Markdown(brain, scores));
        await File.WriteAllTextAsync(Path.Combine(folder, "evaluation.json"), JsonSerializer.Serialize(new { brain, figures = scores.Table(), failures = scores.Failures() }, Options));
    }
}
