using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Api;

/// <summary>What is wrong with one field of a request.</summary>
internal sealed record FieldProblem(string Field, Error Error, int Status = StatusCodes.Status400BadRequest)
{
    public IResult Answer() => Problems.Of(Status, Error.Code, Error.Message, Field);
}
