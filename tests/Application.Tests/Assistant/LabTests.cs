namespace WaSaas.Application.Tests.Assistants;

public sealed class LabTests(BargainingShop shop) : IClassFixture<BargainingShop>
{
    [Fact]
    public async Task Lab()
    {
        var output = new System.Text.StringBuilder();
        var customer = shop.Customer();
        foreach (var line in await File.ReadAllLinesAsync("/tmp/lab_in.txt"))
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                customer = shop.Customer();
                output.AppendLine($"\n===== {line}");
                continue;
            }

            var answer = await customer.SaysAsync(line.Split(" | "));
            output.AppendLine($"> {line}");
            foreach (var call in customer.Last?.Trace ?? [])
            {
                output.AppendLine($"      [{call.Name} {call.Arguments}]" + (call.Result.Contains("\"error\"") || call.Result.Contains("refused") ? " !! " + call.Result : ""));
            }

            output.AppendLine($"< {answer}{(customer.Last?.HandOffReason is { } reason ? $"   (HAND-OFF {reason})" : "")}");
        }

        await File.WriteAllTextAsync("/tmp/lab_out.txt", output.ToString());
        Assert.NotEmpty(output.ToString());
    }
}
