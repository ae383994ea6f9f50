using System.Globalization;

namespace WaSaas.WebUI.Tests.EndToEnd;

/// <summary>
/// Ten customers write in bursts while host and gateway are killed without warning. A ledger of everything that was said
/// is held against what the customers' phones show: nothing lost, nothing twice. LONG=1 runs ten times as many rounds.
/// </summary>
public sealed class KillDrillTests
{
    private const string Vendor = "+22890000103";
    private const int Customers = 10;

    [Fact]
    public async Task Under_kills_of_host_and_gateway_every_question_is_answered_and_no_answer_is_shown_twice()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("DRILL_SEED") ?? "7", CultureInfo.InvariantCulture);
        var rounds = Environment.GetEnvironmentVariable("LONG") == "1" ? 20 : 2;
        var random = new Random(seed);
        // Twenty times the same question is what a machine would ask; here that is meant.
        await using var host = await RunningHost.StartAsync(new()
        {
            ["Conversations__DebounceMilliseconds"] = "300",
            ["Conversations__LoopExchanges"] = "1000",
            ["Conversations__TurnsPerContactHour"] = "1000",
        });
        var shop = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        await host.LinkAsync(shop, Vendor);
        var customers = Enumerable.Range(0, Customers).Select(i => $"+2289200000{i}").ToArray();
        foreach (var customer in customers)
        {
            await host.Sandbox.CustomerAsync(customer);
        }

        for (var round = 1; round <= rounds; round++)
        {
            var asked = Task.WhenAll(customers.Select(c => host.Sandbox.CustomerSaysAsync(c, Vendor, "Bonjour, le bazin riche est à combien ?")));
            await Task.Delay(random.Next(20, 900));
            if (round % 2 == 0)
            {
                await host.KillGatewayAsync();
                await asked;
            }
            else
            {
                await asked;
                await host.KillAsync();
                await host.StartAgainAsync();
            }

            await EveryoneAnsweredAsync(host, shop, customers, round, seed);
        }

        foreach (var customer in customers)
        {
            var answers = await host.Sandbox.AnswersAsync(customer, Vendor);
            Assert.Equal(answers.Count, answers.Select(a => a.Id).Distinct().Count());
            Assert.Equal(rounds, answers.Count(a => a.Text.Contains("15 750", StringComparison.Ordinal)));
        }
    }

    private static async Task EveryoneAnsweredAsync(RunningHost host, HttpClient shop, string[] customers, int round, int seed)
    {
        foreach (var customer in customers)
        {
            IReadOnlyList<Shown> shown = [];
            var status = "";
            await Eventually.TrueAsync(
                async () =>
                {
                    shown = await host.Sandbox.AnswersAsync(customer, Vendor);
                    status = (await RunningHost.StatusAsync(shop)).ToString();
                    return shown.Count(a => a.Text.Contains("15 750", StringComparison.Ordinal)) >= round;
                },
                $"round {round} (seed {seed}): {customer} has an answer",
                90,
                () => $"{host.Log}\n{status}\n{string.Join('\n', shown.Select(a => a.Text))}");
        }
    }
}
