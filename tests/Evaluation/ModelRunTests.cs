using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Assistant;
using WaSaas.Evaluation.Judging;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation;

/// <summary>The run with a model, with one that charges for each call and lies.</summary>
public sealed class ModelRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-report-").FullName;
    private readonly Charging _model = new();

    public void Dispose()
    {
        _model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_case_is_played_as_often_as_wanted_and_the_report_names_the_figures()
    {
        var scores = await PlayAsync(trials: 2, cap: null);
        await Report.WriteAsync(_folder, "charging", scores);

        Assert.True(_model.Calls > 0);
        Assert.Contains("ungrounded amounts sent | 0 |", await File.ReadAllTextAsync(Path.Combine(_folder, "evaluation.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"brain\": \"charging\"", await File.ReadAllTextAsync(Path.Combine(_folder, "evaluation.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_case_is_begun_once_the_cap_is_spent()
    {
        await PlayAsync(trials: 1, cap: null);
        var all = _model.Calls;

        await PlayAsync(trials: 50, cap: 1);

        Assert.True(_model.Calls - all < all, $"{_model.Calls - all} calls under the cap, {all} for one round");
    }

    private Task<Scores> PlayAsync(int trials, long? cap) => ModelRun.PlayAsync(
        [.. CaseFile.ReadAll().Where(script => script.Tags?.Contains("haggle") == true).Take(6)],
        services => services.AddSingleton(new ModelBrain("charging", _model) { Prices = new ModelPrices(10, 10, 10) }),
        trials,
        cap);

    private sealed class Charging() : DelegatingChatClient(new Liar())
    {
        private int _calls;

        public int Calls => _calls;

        public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _calls);
            var answer = await base.GetResponseAsync(messages, options, cancellationToken);
            answer.Usage = new UsageDetails { InputTokenCount = 1_000, OutputTokenCount = 100 };
            return answer;
        }
    }
}
