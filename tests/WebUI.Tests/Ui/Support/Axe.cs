using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>WCAG 2.2 A and AA and best practice, checked by axe-core inside the page.</summary>
public static class Axe
{
    private const string Run =
        """
        axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
          .then(r => JSON.stringify(r.passes.length < 10
            ? ['only ' + r.passes.length + ' rules applied: axe did not see the page']
            : r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))))
        """;

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script()));
        return JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Run))!;
    }

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "node_modules", "axe-core", "axe.min.js"));
}
