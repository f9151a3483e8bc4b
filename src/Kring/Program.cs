using Kring.Start;

return await KringCommands.Run(args);
