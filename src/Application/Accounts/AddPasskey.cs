using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>JSON for the browser, to make a passkey of the signed-in person.</summary>
public sealed record BeginAddPasskey : IQuery<Result<string>>;

internal sealed class BeginAddPasskeyHandler(SecurityDesk desk, IPasskeys passkeys) : IQueryHandler<BeginAddPasskey, Result<string>>
{
    public async Task<Result<string>> Handle(BeginAddPasskey query, CancellationToken cancellationToken)
    {
        var person = await desk.PersonAsync(cancellationToken);
        return person.Error is { } error ? error : await passkeys.BeginAddAsync(person.Value!, cancellationToken);
    }
}

/// <summary>The browser made one.</summary>
/// <param name="Credential">What the authenticator answered.</param>
/// <param name="Name">Of the person's choice; without one the device names it.</param>
public sealed record AddPasskey(string? Credential, string? Name) : IRequest<Result>
{
    public const int MaxName = 40;
    public const int MaxPasskeys = 20;
}

/// <remarks>Not a command of the pipeline: the sign-in that follows opens a unit of work of its own.</remarks>
internal sealed class AddPasskeyHandler(SecurityDesk desk, IPasskeys passkeys, Entrance entrance) : IRequestHandler<AddPasskey, Result>
{
    public async Task<Result> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        var found = await desk.PersonAsync(cancellationToken);
        if (found.Value is not { } person)
        {
            return found.Error!;
        }

        if (request.Name is { Length: > AddPasskey.MaxName })
        {
            return AccountErrors.PasskeyNameLength;
        }

        var result = await desk.ChangeAsync(person, SecurityChange.PasskeyAdded, ct => AddAsync(person, request, ct), cancellationToken);
        if (result.IsOk)
        {
            // She just used it: the sign-in is as strong as the next ones will be.
            await entrance.LetInAsync(person, SignInMeans.Passkey, cancellationToken);
        }

        return result;
    }

    private async Task<Result> AddAsync(Person person, AddPasskey request, CancellationToken ct)
    {
        var count = (await passkeys.OfAsync(person.Id, ct)).Count;
        if (count >= AddPasskey.MaxPasskeys)
        {
            return AccountErrors.TooManyPasskeys;
        }

        return await passkeys.AddAsync(person.Id, request.Credential, request.Name?.Trim() ?? "", ct) ? Result.Ok : AccountErrors.PasskeyRefused;
    }
}
