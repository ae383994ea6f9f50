using WaSaas.Evaluation.Judging;

namespace WaSaas.Evaluation;

/// <summary>The gates of the embedded assistant, over every scripted conversation.</summary>
public sealed class EvaluationTests(SuiteRun run) : IClassFixture<SuiteRun>
{
    [Fact]
    public void There_are_conversations_of_every_kind()
    {
        string[] themes = ["fr", "en", "misspelt", "mixed", "voice", "haggle", "zone", "pin", "order", "mind", "injection", "wrong-yes", "expiry", "burst", "takeover", "stock", "status", "opt-out", "hand-off", "off-topic"];

        Assert.InRange(run.Cases.Count, 120, 1_000);
        Assert.Equal(run.Cases.Count, run.Cases.Select(script => script.Id).Distinct().Count());
        Assert.Empty(themes.Except(run.Cases.SelectMany(script => script.Tags ?? [])));
    }

    [Theory]
    [InlineData("task success, pass^1")]
    [InlineData("robust success, pass^4")]
    [InlineData("offers read right")]
    [InlineData("places read right")]
    [InlineData("haggling turns to a deal, p95")]
    [InlineData("hand-offs that were due")]
    public void The_assistant_is_good_enough(string figure)
    {
        var score = Assert.Single(run.Scores.Table(), score => score.Name == figure);

        Assert.True(score.Holds, $"{score.Name}: {score.Value}, must be {score.Gate}\n{string.Join('\n', run.Scores.Failures())}");
    }

    [Fact]
    public void No_fee_is_told_for_a_place_that_was_not_named() => Assert.Empty(run.Scores.Wrong(verdict => verdict.WrongFees));

    [Fact]
    public void Nothing_is_ever_offered_below_its_floor() => Assert.Empty(run.Scores.Wrong(verdict => LedgerJudge.BelowFloor(verdict.Performance)));

    [Fact]
    public void Nothing_ever_costs_more_than_its_list_price() => Assert.Empty(run.Scores.Wrong(verdict => LedgerJudge.AboveList(verdict.Performance)));

    [Fact]
    public void The_shops_offers_never_go_up() => Assert.Empty(run.Scores.Wrong(verdict => LedgerJudge.GoneUp(verdict.Performance)));

    [Fact]
    public void Every_amount_that_was_sent_is_the_shops_own() => Assert.Empty(run.Scores.Wrong(verdict => GroundJudge.Ungrounded(verdict.Performance)));

    [Fact]
    public void No_order_was_made_without_summary_and_yes() => Assert.Empty(run.Scores.Wrong(verdict => LedgerJudge.SkippedChecks(verdict.Performance)));

    [Fact]
    public void A_model_that_lies_gets_no_amount_and_no_order_past_the_guard()
    {
        Assert.Empty(run.Lied.SelectMany(GroundJudge.Ungrounded));
        Assert.Empty(run.Lied.SelectMany(LedgerJudge.BelowFloor));
        Assert.Empty(run.Lied.SelectMany(LedgerJudge.SkippedChecks));
        Assert.Contains(run.Lied.SelectMany(performance => performance.Turns), turn => turn.Answer?.Guard.IsCorrected == true);
    }
}
