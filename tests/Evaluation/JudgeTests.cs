using System.Text.Json.Nodes;
using WaSaas.Domain.Common;
using WaSaas.Evaluation.Judging;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation;

/// <summary>A judge that never finds anything would make every gate hold: these are the faults that it must see.</summary>
public sealed class JudgeTests
{
    private static readonly ShopCard Shop = new(
        Id.New<TenantId>(), 0, new Dictionary<string, PriceRange>(StringComparer.Ordinal) { ["BAZIN"] = new(12_000, 15_000) }, """{"price":15000}""");

    [Theory]
    [InlineData("c'est 15\u00a0000\u202fF", 15_000)]
    [InlineData("15.000 FCFA", 15_000)]
    [InlineData("24,90 €", 24.9)]
    [InlineData("€19.99", 19.99)]
    [InlineData("12k", 12_000)]
    [InlineData("1 234 567 F", 1_234_567)]
    [InlineData("１２３４５ F", 12_345)]
    public void Amounts_are_read_however_they_are_written(string text, double amount) =>
        Assert.Equal(new OwnAmount((decimal)amount, true), Assert.Single(OwnReader.In(text)));

    [Fact]
    public void An_amount_that_no_tool_named_is_found() =>
        Assert.Single(GroundJudge.Ungrounded(Played("{}", "Pour vous 9 000 F seulement.")));

    [Fact]
    public void The_customers_own_number_may_be_repeated() =>
        Assert.Empty(GroundJudge.Ungrounded(Played("{}", "À 13 000 F ce n'est pas possible.", "je donne 13 000")));

    [Theory]
    [InlineData("text", 1)]
    [InlineData("voice", 0)]
    public void A_number_that_the_customer_names_later_may_be_said_only_when_a_voice_note_is_read_back(string kind, int found)
    {
        var played = Played("{}", "13 000 F, c'est bien ça ?");
        var first = played.Turns[0] with { Script = new EvalTurn(null, [new EvalMessage("customer", kind, "treize mille")], null, null, null, null) };
        var second = played.Turns[0] with { Script = first.Script with { Offer = 13_000 }, Replies = [] };

        Assert.Equal(found, GroundJudge.Ungrounded(played with { Turns = [first, second] }).Count());
    }

    [Theory]
    [InlineData(11_999, 1, 0)]
    [InlineData(12_000, 0, 0)]
    [InlineData(15_001, 0, 1)]
    public void Prices_outside_their_range_are_found(long price, int below, int above)
    {
        var played = Played($$"""{"cart":[{"sku":"BAZIN","unitPrice":{{price}}}]}""", "");

        Assert.Equal((below, above), (LedgerJudge.BelowFloor(played).Count(), LedgerJudge.AboveList(played).Count()));
    }

    [Theory]
    [InlineData("[14750,14000]", 0)]
    [InlineData("[14000,14750]", 1)]
    public void An_offer_that_goes_up_is_found(string offers, int found) =>
        Assert.Equal(found, LedgerJudge.GoneUp(Played($$"""{"negotiations":[{"sku":"BAZIN","offers":{{offers}},"outcome":"open","agreedUnitPrice":null}]}""", "")).Count());

    [Fact]
    public void An_order_without_a_summary_before_it_is_found()
    {
        var played = Played("{}", "");
        var turn = played.Turns[0] with { Calls = [new("confirm_order", "{}", """{"status":"ok"}""", 0)] };

        Assert.Single(LedgerJudge.SkippedChecks(played with { Turns = [turn] }));
    }

    [Theory]
    [InlineData("""{"goods":15000}""", 0)]
    [InlineData("""{"goods":{"min":14000,"max":14500}}""", 1)]
    [InlineData("""{"cart":[]}""", 1)]
    [InlineData("""{"cart":[{"sku":"BAZIN","quantity":2}]}""", 1)]
    [InlineData("""{"order":{"status":"confirmed"}}""", 1)]
    [InlineData("""{"customer":{"name":"*"}}""", 1)]
    public void A_state_that_is_not_as_expected_is_found(string expected, int differences)
    {
        var state = JsonNode.Parse("""{"goods":15000,"cart":[{"sku":"BAZIN","quantity":1,"unitPrice":15000}],"order":{"status":"draft"},"customer":{"name":null}}""");

        Assert.Equal(differences, StateJudge.Differences(JsonNode.Parse(expected), state, "").Count());
    }

    [Fact]
    public void What_a_case_does_not_speak_of_must_be_untouched() =>
        Assert.Single(StateJudge.Final([], Played("""{"handedOff":true}""", "").Turns[0].State));

    [Fact]
    public void Each_hand_writes_differently_and_always_alike()
    {
        var script = CaseFile.Parse("""{"id":"a","start":"2026-11-24T10:00:00Z","turns":[{"messages":[{"text":"Vous livrez à Agoè ? Je donne 13 000."}]}]}""");

        var hands = Enumerable.Range(0, Perturbation.Kinds).Select(number => string.Join('|', Perturbation.Of(script, number).Turns[0].Messages.Select(message => message.Text))).ToList();

        Assert.Equal(hands, Enumerable.Range(0, Perturbation.Kinds).Select(number => string.Join('|', Perturbation.Of(script, number).Turns[0].Messages.Select(message => message.Text))));
        Assert.Equal("vous livrez à agoè je donne 13 000", hands[3]);
        Assert.StartsWith("Vous livrez a Agoe", hands[0], StringComparison.Ordinal);
        Assert.StartsWith("Bonjour, ", hands[2], StringComparison.Ordinal);
    }

    private static Performance Played(string state, string said, string heard = "bonjour")
    {
        var whole = JsonNode.Parse("""{"cart":[],"negotiations":[],"order":{"status":"none"},"responder":"assistant","handedOff":false,"optedOut":false}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(state)!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        var turn = new EvalTurn(null, [new EvalMessage("customer", "text", heard)], null, null, null, null);
        return new Performance(new EvalCase("case", null, DateTimeOffset.UnixEpoch, null, [turn], null, null), Shop, [new PlayedTurn(turn, [said], whole, [])]);
    }
}
